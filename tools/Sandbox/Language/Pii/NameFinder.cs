using CxFunctions.Sandbox.Language.Text;

namespace CxFunctions.Sandbox.Language.Pii;

/// <summary>Finds people by what announces a name, and by given names.</summary>
internal static class NameFinder
{
    private static readonly string[] Listed = [.. LexiconFiles.Words("names.txt")];
    private static readonly HashSet<string> Given = [.. Listed.Select(name => Folding.Fold(name.TrimEnd('*')))];
    private static readonly HashSet<string> AlsoWords = [.. Listed.Where(name => name.EndsWith('*')).Select(name => Folding.Fold(name.TrimEnd('*')))];

    // A name follows for certain, even in lower case and if nobody has heard of it.
    private static readonly Phrases<bool> Announcing = Cues(
        "me llamo", "mi nombre es", "my name is", "name's", "meu nome é", "me chamo", "se llama", "se chama",
        "sr", "sra", "srta", "señor", "señora", "señorita", "senhor", "senhora", "don", "doña", "dom", "dona", "mr", "mrs", "ms", "miss", "dr", "dra", "doctor", "doctora", "doutor", "doutora");

    // A name may follow; only a known one counts.
    private static readonly Phrases<bool> Hinting = Cues(
        "soy", "i'm", "i am", "this is", "sou", "sou o", "sou a", "aqui é o", "aqui é a", "habla", "hablé con", "con", "spoke with", "spoke to",
        "falei com", "atendió", "atendeu", "by", "with", "por", "pelo", "pela", "a", "o", "com", "gracias", "thanks", "thank you", "obrigado", "obrigada");

    private static readonly HashSet<string> ShortTitles = ["sr", "sra", "srta", "mr", "mrs", "ms", "dr", "dra", "d"];

    private static readonly HashSet<string> Particles = ["de", "del", "da", "do", "dos", "das", "la", "los", "las", "van", "von", "e", "y"];

    public static IEnumerable<PiiEntity> Find(string text)
    {
        var tokens = Tokenizer.Tokens(text, 0, text.Length);
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = NameAt(tokens, i);
            if (length == 0)
            {
                continue;
            }

            var last = tokens[i + length - 1];
            yield return new(tokens[i].Start, last.End - tokens[i].Start, PiiCategories.Person, length > 1 ? 0.9 : 0.7);
            i += length - 1;
        }
    }

    /// <returns>How many tokens the name beginning here has; 0 for none.</returns>
    private static int NameAt(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word)
        {
            return 0;
        }

        var (announced, hinted) = (Precedes(Announcing, tokens, at), Precedes(Hinting, tokens, at));
        var known = Given.Contains(token.Key);
        if (announced && (IsCapital(token) || known))
        {
            return 1 + Surnames(tokens, at, evenLowerCase: !IsCapital(token));
        }

        if (!known || (!IsCapital(token) && !hinted))
        {
            return 0;
        }

        var surnames = Surnames(tokens, at, evenLowerCase: false);

        // Rosa, Paz or Will at the start of a sentence is a word until a surname says otherwise; so is a lower-case one anywhere.
        var doubtful = AlsoWords.Contains(token.Key) && (StartsSentence(tokens, at) || !IsCapital(token));
        return doubtful && surnames == 0 ? 0
            : !IsCapital(token) && !Precedes(Hinting, tokens, at) ? 0
            : 1 + surnames;
    }

    private static int Surnames(IReadOnlyList<Token> tokens, int at, bool evenLowerCase)
    {
        var length = 0;
        for (var i = at + 1; i < tokens.Count && i <= at + 6 && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (IsCapital(tokens[i]) || (evenLowerCase && i <= at + 2 && IsSurnameLike(tokens[i])))
            {
                length = i - at;
            }
            else if (!Particles.Contains(tokens[i].Key))
            {
                break;
            }
        }

        return length;
    }

    // In lower case a surname is what no list of any language knows as a word.
    private static bool IsSurnameLike(Token token) =>
        token.Key.Length > 2 && LanguagePack.All.All(pack =>
            !pack.StopWords.Contains(token.Key) && !pack.Targets.Contains(token.Key) && !pack.Valences.TryGetWord(token.Key, out _));

    private static bool Precedes(Phrases<bool> cues, IReadOnlyList<Token> tokens, int at)
    {
        // A shortened title may be followed by its full stop; "Gracias, señora. Muy…" announces nobody.
        var end = at > 1 && tokens[at - 1].Text == "." && ShortTitles.Contains(tokens[at - 2].Key) ? at - 1 : at;
        for (var start = Math.Max(0, end - 4); start < end; start++)
        {
            if (cues.Match([.. tokens.Skip(start).Take(end - start)], 0, out _) == end - start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsSentence(IReadOnlyList<Token> tokens, int at) =>
        at == 0 || tokens[at - 1].Text is "." or "!" or "?" or "¡" or "¿" or "…";

    private static bool IsCapital(Token token) => char.IsUpper(token.Text[0]) && token.Text.Length > 1;

    private static Phrases<bool> Cues(params string[] phrases)
    {
        var cues = new Phrases<bool>();
        foreach (var phrase in phrases)
        {
            cues[phrase] = true;
        }

        return cues;
    }
}
