namespace CxFunctions.LocalHost.Durable;

/// <summary>What the documentation of Durable Functions allows as an instance id.</summary>
internal static class InstanceIds
{
    /// <exception cref="ArgumentException">The id is not 1 to 100 characters, begins with @ or holds / \ # ? or control characters.</exception>
    public static void Check(string id)
    {
        if (id.Length is 0 or > 100 || id[0] == '@' || id.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
        {
            throw new ArgumentException($"'{id}' is no instance id: 1 to 100 characters, not beginning with @, without / \\ # ? and control characters.", nameof(id));
        }
    }
}
