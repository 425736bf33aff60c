using System.Buffers.Text;
using System.Text;

namespace CxFunctions.Dashboard.Exports;

/// <summary>Where a page ended, as the continuation that the next request brings back.</summary>
/// <param name="List">Id of the program whose list it is in, or of the list beside them.</param>
/// <param name="InList">Position in that list.</param>
public sealed record ExportPosition(string List, string InList)
{
    private const char Separator = '\n';

    public string Token => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(List + Separator + InList));

    /// <exception cref="ExportQueryException">It is no continuation of an export of these lists.</exception>
    public static ExportPosition Of(string token, IEnumerable<string> lists)
    {
        string[] parts = Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Separator, 2) : [];
        return parts.Length == 2 && lists.Contains(parts[0])
            ? new(parts[0], parts[1])
            : throw new ExportQueryException("continuation: use it as the last answer gave it, with the same filters.");
    }
}
