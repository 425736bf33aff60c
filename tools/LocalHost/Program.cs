using CxFunctions.LocalHost.CommandLine;
using CxFunctions.LocalHost.Demo;

return await HostCommand.RunAsync(args, DemoPlayback.PlayAsync);
