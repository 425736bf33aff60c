using CxFunctions.LocalHost.Running;

namespace CxFunctions.LocalHost.CommandLine;

/// <summary>What is printed when functions run.</summary>
internal static class Welcome
{
    public static async Task PrintAsync(RunningHost host, TimeSpan took, CancellationToken cancellation)
    {
        var link = await host.NewSignInLinkAsync(cancellation);
        var at = host.Url.GetLeftPart(UriPartial.Authority);
        Console.WriteLine($"""

            Ready in {took.TotalSeconds:0.0} s. Ctrl-C ends everything.
              Dashboard   {link}   (opens once, within 15 minutes)
              Inbox       {host.Sandbox.Url}
              API         {at}/openapi.json
              Operations  {at}/host
              Key         {host.HostKey}   (x-functions-key, or ?code=; also the staff key of {at}/dashboard)
              Data        {host.DataFolder}{(host.KeepsJourneys ? "" : """

                          Journeys live in memory (TimeMachine): a demo begins anew at each start. --no-demo runs in real time on the official engine and keeps all.
            """)}

            """);
    }
}
