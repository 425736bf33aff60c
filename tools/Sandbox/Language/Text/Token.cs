namespace CxFunctions.Sandbox.Language.Text;

internal enum TokenKind
{
    Word,
    Number,
    Emoji,
    Mark,
    Address,
}

/// <summary>A piece of text by its place in UTF-16 units, and the folded key by which lists know it.</summary>
internal sealed record Token(string Text, string Key, int Start, TokenKind Kind)
{
    public int End => Start + Text.Length;

    /// <summary>Marks that end a clause: what is said beyond them is said of something else.</summary>
    public bool EndsClause => Kind == TokenKind.Mark && Text is "," or ";" or ":" or "(" or ")" or "–" or "—" or "." or "!" or "?" or "…";
}
