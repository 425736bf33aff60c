using System.Runtime.CompilerServices;
using CxFunctions.Catalog;

namespace CxFunctions.Tests.Unit.Catalog;

public class ProgramSchemaTests
{
    /// <summary>Set UPDATE_SCHEMA=1 to write the file anew after a change of the types.</summary>
    [Fact]
    public void The_schema_file_says_what_the_types_say()
    {
        var file = Path.GetFullPath(Path.Combine(Here(), "../../../functions/Catalog/program.schema.json"));
        var generated = ProgramSchema.Generate();
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(file, generated);
        }
        Assert.Equal(generated, File.ReadAllText(file));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
