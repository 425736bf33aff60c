using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CxFunctions.Tests.Tools.StandIns.OfficialApi;

/// <summary>A check that finds nothing is worth something only if it finds what is there.</summary>
public sealed class TheCheckCanFailTests : IDisposable
{
    private const string Faithful = """
        namespace Azure.Communication.Sms;
        public class SmsSendOptions
        {
            public SmsSendOptions(bool enableDeliveryReport) => EnableDeliveryReport = enableDeliveryReport;
            public bool EnableDeliveryReport { get; }
            public string Tag { get; set; }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("official-api-").FullName;

    [Fact]
    public void A_faithful_copy_passes() => Assert.Empty(Beyond(Faithful));

    [Fact]
    public void An_added_public_member_is_reported() => Assert.Equal(
        ["Azure.Communication.Sms.SmsSendOptions.Forget(): System.Void"],
        Beyond(Faithful.Replace("public string Tag", "public void Forget() { }\n    public string Tag")));

    [Fact]
    public void A_renamed_parameter_is_reported() => Assert.Equal(
        ["Azure.Communication.Sms.SmsSendOptions.new(System.Boolean report):"],
        Beyond(Faithful.Replace("(bool enableDeliveryReport) => EnableDeliveryReport = enableDeliveryReport", "(bool report) => EnableDeliveryReport = report")));

    [Theory]
    [InlineData("public bool EnableDeliveryReport { get; }", "public bool EnableDeliveryReport { get; set; }")]
    [InlineData("public string Tag", "public virtual string Tag")]
    [InlineData("(bool enableDeliveryReport)", "(bool enableDeliveryReport = false)")]
    [InlineData("public string Tag", "public object Tag")]
    [InlineData("public class SmsSendOptions", "public sealed class SmsSendOptions")]
    [InlineData("public class SmsSendOptions", "public class Extra { }\npublic class SmsSendOptions")]
    public void A_difference_in_kind_is_reported(string official, string altered) =>
        Assert.NotEmpty(Beyond(Faithful.Replace(official, altered)));

    [Fact]
    public void What_is_not_public_is_nobody_s_business() =>
        Assert.Empty(Beyond(Faithful.Replace("public string Tag", "internal void Forget() { }\n    public string Tag")));

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
        return StandInAssemblies.Beyond(path, OfficialLists.For("Azure.Communication.Sms"));
    }
}
