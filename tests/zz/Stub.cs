namespace CxFunctions.Tests.Harness;
public static class SharedAzurite { public static Task<string> NewAccountAsync() => Task.FromResult(""); }
