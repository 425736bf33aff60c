using System.CommandLine;
using CxFunctions.Bench.Journeys;

var bench = new RootCommand("Measures the product on this machine. The last line of standard output is one JSON object.")
{
    JourneysBench.Command(),
    WaitingBench.Command(),
    WaitingHost.Command(),
    CrashRun.Command(),
    CrashHost.Command(),
};
return await bench.Parse(args).InvokeAsync();
