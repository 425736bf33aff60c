using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxFunctions.Foundation;

/// <summary>
/// The secret part of a link: 128 random bits in 22 characters of base64url, then 2 characters of checksum, 24 in all.
/// The checksum is no protection (the randomness is); it lets a mistyped or truncated link be refused without a storage call.
/// </summary>
public static class LinkToken
{
    public const int Length = 24;
    private const int RandomBytes = 16;
    private const int RandomChars = 22;

    public static string Create()
    {
        var random = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        return random + Checksum(random);
    }

    /// <summary>Whether the text has the form of a token: length, alphabet, canonical last character, checksum.</summary>
    public static bool IsWellFormed(string? token)
    {
        if (token is not { Length: Length })
        {
            return false;
        }
        Span<byte> bytes = stackalloc byte[RandomBytes + 2];
        var random = token.AsSpan(0, RandomChars);
        return Base64Url.IsValid(random)
            && Base64Url.TryDecodeFromChars(random, bytes, out var written)
            && written == RandomBytes
            && Base64Url.EncodeToString(bytes[..written]).AsSpan().SequenceEqual(random)
            && token.AsSpan(RandomChars).SequenceEqual(Checksum(token[..RandomChars]));
    }

    /// <summary>
    /// The token in an address to which whoever wrote it down, or a program that found it in a text, has glued what followed it: a full stop, a bracket,
    /// quotes.
    /// </summary>
    /// <returns>Null where nothing is glued, or what is glued could be more than the end of a sentence.</returns>
    public static string? Unglued(string text) =>
        text.Length > Length && IsWellFormed(text[..Length]) && text.Skip(Length).All(IsOfASentence) ? text[..Length] : null;

    private static bool IsOfASentence(char c) => c is not ('-' or '_') && (char.IsPunctuation(c) || char.IsSymbol(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);

    private static string Checksum(string random) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(random)).AsSpan(0, 2))[..2];
}
