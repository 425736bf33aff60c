namespace CxFunctions.Tests.Contract.Durable;

internal static class StorageEmulator
{
    public static string ConnectionString => Environment.GetEnvironmentVariable("CX_TEST_STORAGE")!;
}
