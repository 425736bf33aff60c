using System.Text.RegularExpressions;

namespace CxFunctions.Sandbox.Language.Text;

/// <summary>Cuts a text into words, numbers, emoji, addresses and marks, each with its place.</summary>
internal static partial class Tokenizer
{
    public static IReadOnlyList<Token> Tokens(string text, int from, int to)
    {
        var tokens = new List<Token>();
        for (var match = Pieces().Match(text, from, to - from); match.Success; match = match.NextMatch())
        {
            var kind = match.Groups["address"].Success ? TokenKind.Address
                : match.Groups["word"].Success ? TokenKind.Word
                : match.Groups["number"].Success ? TokenKind.Number
                : match.Groups["emoji"].Success ? TokenKind.Emoji
                : TokenKind.Mark;
            tokens.Add(new(match.Value, Key(match.Value, kind), match.Index, kind));
        }

        return tokens;
    }

    // The variation selector only asks for a coloured picture.
    private static string Key(string text, TokenKind kind) => kind switch
    {
        TokenKind.Word => Folding.Fold(text),
        TokenKind.Emoji => text.Replace("\uFE0F", "").ToLowerInvariant(),
        _ => text,
    };

    [GeneratedRegex("""
        (?<address>https?://\S+|www\.\S+|[^\s@]+@[^\s@]+\.[\p{L}]{2,})
        |(?<word>[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*)
        |(?<number>\d+(?:[.,]\d+)*)
        |(?<emoji>[\uD83C-\uD83E][\uDC00-\uDFFF]|[\u2600-\u27BF\u2B50\u2B55]\uFE0F?|[:;]-?[()Dd](?!\w))
        |(?<mark>\S)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pieces();
}
