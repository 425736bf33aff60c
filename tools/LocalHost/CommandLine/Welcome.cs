using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.CommandLine;

/// <summary>What is printed when functions run.</summary>
internal static class Welcome
{
    public static void Print(RunningHost host, TimeSpan took)
    {
        var at = host.Url.GetLeftPart(UriPartial.Authority);
        Console.WriteLine($"""

            Ready in {took.TotalSeconds:0.0} s. Ctrl-C ends everything.
              Dashboard   {at}/dashboard?key={host.HostKey}
              Inbox       {host.Sandbox.Url}
              API         {at}/openapi.json
              Operations  {at}/host
              Key         {host.HostKey}   (x-functions-key, or ?code=)
              Data        {host.DataFolder}{(host.KeepsJourneys ? "" : """

                          Journeys live in memory (TimeMachine): a demo begins anew at each start. --no-demo runs in real time on the official engine and keeps all.
            """)}

            """);
    }
}
