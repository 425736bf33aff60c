using System.Globalization;
using System.Text;

namespace CxFunctions.Sandbox.Language.Text;

/// <summary>The form in which words are compared: lower case, without accents (people write SMS without them), but with ñ.</summary>
internal static class Folding
{
    public static string Fold(string word)
    {
        var decomposed = word.ToLowerInvariant().Replace('’', '\'').Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c);
            }
            else if (c == '\u0303' && folded.Length > 0 && folded[^1] == 'n')
            {
                folded[^1] = 'ñ';
            }
        }

        return folded.ToString();
    }
}
