namespace CxFunctions.Channels.Wishes;

/// <summary>The words of all languages as patterns: people mix them, and a text is too short to tell its language first.</summary>
internal static class WishPatterns
{
    // What we send, and where we keep numbers, are put in one letter before anything else is looked for; plain words have no capitals.
    private const string Ours = "O";
    private const string Kept = "K";
    private const string Said = $"(?:(?:mas|more|mais|any|further|de) )*{Ours}";
    private const string Bulk =
        $"(?:{Said}|(?:(?:mas|more|mais|any|sus|suas|your|las) )*(?:promocion(?:es)?|promoc(?:ao|oes)|ofertas?|informacion(?:es)?|informac(?:ao|oes)|promotions?|promos?|offers?|ads?))";
    private const string Places = $"(?:{Kept}|{Ours})";

    public static readonly Phrases Stops = Phrases.Row(All(w => w.Stop));
    public static readonly Phrases Starts = Phrases.Row(All(w => w.Start));
    public static readonly Phrases Helps = Phrases.Row(All(w => w.Help));
    public static readonly Phrases Requests = Phrases.Within(All(w => w.Requests));
    public static readonly Phrases WholeRequests = Phrases.Whole(All(w => w.WholeRequests));
    public static readonly Phrases Doubts = Phrases.Within(All(w => w.Doubts));
    public static readonly Phrases WholeDoubts = Phrases.Whole(All(w => w.WholeDoubts));

    public static readonly Phrases Before = Phrases.Row(All(w => w.Before));
    public static readonly Phrases After = Phrases.Row(All(w => w.After));
    public static readonly Phrases Joint = Phrases.Whole(All(w => w.Joints));
    public static readonly Phrases Filling = Phrases.Row(
        [.. All(w => w.Before), .. All(w => w.After), .. All(w => w.Joints), "no", "nao", "si", "yes", "sim", "ok", "am", "is", "es", "esto", "isso", "este"]);
    public static readonly Phrases Negation = Phrases.Within(All(w => w.Negations));

    /// <summary>"I can't unsubscribe": nothing is turned round by that.</summary>
    public static readonly Phrases Inability = Phrases.Within(["can|cant|cannot|could|couldnt|puedo|pude|podido|logro|consigo|consegui|deja|dejan|permite|permiten|sirve|funciona"]);

    public static readonly Phrases Excuses = Phrases.Within(["interest|interested|interesa|interesad[oa]|interessa|interessad[oa]|interesse|wrong|equivocad[oa]|errad[oa]"]);

    /// <summary>A word that has no other meaning by SMS.</summary>
    public static readonly Phrases Strong = Phrases.Whole(["stop|stopall|unsubscribe|unsub|optout|opt out|desuscribir\\w*|descadastrar"]);

    /// <summary>"Stop by", "stop charging".</summary>
    public static readonly Phrases NoStop = Phrases.Whole(["by|the|in|at|for|over|and|sign|signs|light|lights|on|off|watch|being|having|was|is|were|motion|there|here|\\w+ing"]);

    private static readonly Phrases Polite = Phrases.Within(All(w => w.Polite));
    private static readonly Phrases Objects = Phrases.Within(All(w => w.Objects));
    private static readonly Phrases Several = Phrases.Within(
        [$"{Ours}(?:(?: (?:y|e|o|ni|and|or|nor|ou|nem))?(?: (?:{string.Join('|', All(w => w.Determiners))}))* {Ours})+"]);
    private static readonly Phrases Determined = Phrases.Within([$"(?:(?:{string.Join('|', All(w => w.Determiners))}) )+{Ours}"]);
    private static readonly Phrases Lists = Phrases.Within(All(w => w.Lists));

    private static readonly IReadOnlyList<(string Locale, Phrases Words)> Telling =
        [.. WishWords.All.Select(w => (w.Locale, Phrases.Whole([.. w.Start.Select(Filled), .. w.Help])))];

    /// <summary>Without greetings and thanks.</summary>
    public static string Core(string words) => string.Join(' ', Polite.Replace(words, "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>With what we send and where we keep numbers in one letter each.</summary>
    public static string Marked(string words) => Determined.Replace(Several.Replace(Objects.Replace(Lists.Replace(words, Kept), Ours), Ours), Ours);

    public static string? LocaleOf(string words) => Telling.Where(t => t.Words.Match(words)).Select(t => t.Locale).FirstOrDefault();

    private static IEnumerable<string> All(Func<WishWords, IReadOnlyList<string>> list) => WishWords.All.SelectMany(list).Select(Filled);

    private static string Filled(string pattern) => pattern
        .Replace("{o}", Said, StringComparison.Ordinal).Replace("{x}", Bulk, StringComparison.Ordinal).Replace("{list}", Places, StringComparison.Ordinal);
}
