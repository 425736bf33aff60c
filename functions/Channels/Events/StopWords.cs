using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace CxFunctions.Channels.Events;

/// <summary>How people say by SMS that they want no more, in three languages. In doubt it is a stop: one survey less is the smaller harm.</summary>
public static class StopWords
{
    /// <summary>"Stop por favor" is a stop; a sentence that begins with such a word is an opinion.</summary>
    private const int LongestWish = 3;

    private static readonly FrozenSet<string> Words = new[]
    {
        "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT",
        "ALTO", "BAJA", "PARAR", "PARE", "CANCELAR", "CANCELE", "BASTA", "DETENER", "SALIR", "SALGA", "ELIMINAR", "DESUSCRIBIR", "DESUSCRIBIRME",
        "SAIR", "SAIA", "REMOVER", "DESCADASTRAR", "CHEGA", "DESINSCREVER", "EXCLUIR",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Pairs = new[] { "OPT OUT", "NO MORE", "NO MAS", "NAO MAIS" }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsStop(string text)
    {
        var words = Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= LongestWish && (Words.Contains(words[0]) || Pairs.Contains(string.Join(' ', words.Take(2))));
    }

    /// <summary>Upper case, without accents; everything but letters and digits is a space, except inside "opt-out".</summary>
    private static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '-')
            {
                plain.Append(char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ');
            }
        }
        return plain.ToString();
    }
}
