using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CxFunctions.Tests.Contract.OfficialApi;

/// <summary>A check that finds nothing is worth something only if it finds what is there.</summary>
public sealed class TheCheckCanFailTests : IDisposable
{
    private const string Faithful = """
        namespace Azure.Data.Tables;
        public class TableSharedKeyCredential
        {
            public TableSharedKeyCredential(string accountName, string accountKey) => AccountName = accountName;
            public string AccountName { get; }
            public void SetAccountKey(string accountKey) { }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("official-api-").FullName;

    [Fact]
    public void A_faithful_copy_passes() => Assert.Empty(Beyond(Faithful));

    [Fact]
    public void An_added_public_member_is_reported() => Assert.Equal(
        ["Azure.Data.Tables.TableSharedKeyCredential.Forget(): System.Void"],
        Beyond(Faithful.Replace("public string AccountName", "public void Forget() { }\n    public string AccountName")));

    [Fact]
    public void A_renamed_parameter_is_reported() => Assert.Equal(
        ["Azure.Data.Tables.TableSharedKeyCredential.SetAccountKey(System.String key): System.Void"],
        Beyond(Faithful.Replace("SetAccountKey(string accountKey)", "SetAccountKey(string key)")));

    [Theory]
    [InlineData("public string AccountName { get; }", "public string AccountName { get; set; }")]
    [InlineData("public void SetAccountKey(string accountKey)", "public virtual void SetAccountKey(string accountKey)")]
    [InlineData("public void SetAccountKey(string accountKey)", "public void SetAccountKey(string accountKey = null)")]
    [InlineData("public void SetAccountKey(string accountKey) { }", "public bool SetAccountKey(string accountKey) => true;")]
    [InlineData("public class TableSharedKeyCredential", "public sealed class TableSharedKeyCredential")]
    [InlineData("public class TableSharedKeyCredential", "public class Extra { }\npublic class TableSharedKeyCredential")]
    public void A_difference_in_kind_is_reported(string official, string altered) =>
        Assert.NotEmpty(Beyond(Faithful.Replace(official, altered)));

    [Fact]
    public void What_is_not_public_is_nobody_s_business() =>
        Assert.Empty(Beyond(Faithful.Replace("public string AccountName", "internal void Forget() { }\n    public string AccountName")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Beyond(string source)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.dll");
        var compiled = CSharpCompilation.Create(
            "Altered",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(compiled.Success, string.Join('\n', compiled.Diagnostics));
        return StandInAssemblies.Beyond(path, OfficialLists.For("Azure.Data.Tables"));
    }
}
