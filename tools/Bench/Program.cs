using System.CommandLine;
using CxFunctions.Bench.Kills;
using CxFunctions.Bench.Morning;
using CxFunctions.Bench.Survey;

var bench = new RootCommand("Measures the product on this machine. The last line of standard output is one JSON object.")
{
    SurveyBench.Create(),
    KillsBench.Create(),
    MorningBench.Create(),
    HostCommand.Create(),
};
return await bench.Parse(args).InvokeAsync();
