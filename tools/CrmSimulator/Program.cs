using CxFunctions.CrmSimulator;

return await SimulatorCommand.Create().Parse(args).InvokeAsync();
