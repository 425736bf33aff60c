using CxFunctions.LocalHost.CommandLine;

return await HostCommand.RunAsync(args, demo: null);
