using System.Buffers.Text;
using System.Text;
using CxFunctions.Catalog;

namespace CxFunctions.Dashboard.Exports;

/// <summary>Where a page ended, as the continuation that the next request brings back.</summary>
/// <param name="Program">Id of the program whose list it is in.</param>
/// <param name="InProgram">Position in that list.</param>
public sealed record ExportPosition(string Program, string InProgram)
{
    private const char Separator = '\n';

    public string Token => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Program + Separator + InProgram));

    /// <exception cref="ExportQueryException">It is no continuation of an export of these programs.</exception>
    public static ExportPosition Of(string token, IEnumerable<SurveyProgram> programs)
    {
        string[] parts = Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Separator, 2) : [];
        return parts.Length == 2 && programs.Any(p => p.Id == parts[0])
            ? new(parts[0], parts[1])
            : throw new ExportQueryException("continuation: use it as the last answer gave it, with the same filters.");
    }
}
