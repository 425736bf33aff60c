using System.Text.RegularExpressions;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Wishes;

/// <summary>
/// What somebody wants who answers by SMS. A wish must be the whole of a sentence, or name the messages; a stop word among others is an
/// opinion ("baja un poco el precio"). Stopping whom nobody asked to stop loses a voice, writing on to who asked breaks a promise: what could
/// be either is <see cref="Wish.Unclear"/>.
/// </summary>
public static class WishRules
{
    private const int ShortSentence = 6;

    private enum Saying
    {
        /// <summary>Greetings, thanks, names, telephone numbers.</summary>
        Nothing,
        Stop,
        Request,
        Start,
        Help,
        Doubt,
        Other,
    }

    public static Wish Read(string text)
    {
        var clauses = PlainWords.Of(text);
        var said = clauses.Select(Of).ToList();
        if (clauses.Count == 0)
        {
            return HasStopSign(text) ? Wish.Unclear : Wish.None;
        }
        if (IsWholeDoubt(string.Join(' ', clauses.Select(c => c.Text))))
        {
            return Wish.Unclear; // "No, gracias": cut apart, its halves say nothing.
        }
        for (var i = 1; i < said.Count; i++)
        {
            if (clauses[i].IsSigned && said[i] is Saying.Other && said[i - 1] is Saying.Stop or Saying.Start or Saying.Help or Saying.Nothing)
            {
                said[i] = Saying.Nothing;
            }
        }
        return Together(said);
    }

    /// <summary>es, en or pt where the text is a wish in one of them; null where it tells no language.</summary>
    public static string? LocaleOf(string text) => PlainWords.Of(text) is [var only] ? WishPatterns.LocaleOf(WishPatterns.Core(only.Text)) : null;

    private static Wish Together(IReadOnlyCollection<Saying> said)
    {
        var only = said.Where(s => s != Saying.Nothing).ToHashSet();
        return true switch
        {
            _ when only.Contains(Saying.Request) => only.Contains(Saying.Start) ? Wish.Unclear : Wish.Stop,
            _ when only.Contains(Saying.Stop) => only.All(s => s is Saying.Stop or Saying.Doubt) ? Wish.Stop : Wish.Unclear,
            _ when only.Contains(Saying.Doubt) => Wish.Unclear,
            _ when only.Contains(Saying.Other) || only.Count == 0 => Wish.None,
            _ => only.Contains(Saying.Help) ? Wish.Help : Wish.Start,
        };
    }

    private static Saying Of(PlainClause clause)
    {
        var core = WishPatterns.Core(clause.Text);
        var marked = WishPatterns.Marked(core);
        return true switch
        {
            _ when IsWholeDoubt(clause.Text) || IsWholeDoubt(core) || IsWholeDoubt(marked) => Saying.Doubt,
            _ when core.Length == 0 || WishNames.IsNumber(core) => Saying.Nothing,
            _ when WishSentence.Is(core, WishPatterns.Stops) || WishSentence.Is(marked, WishPatterns.WholeRequests) || IsSignedStop(core) || IsReasonedStop(core) => Saying.Stop,
            _ when WishPatterns.Starts.Match(marked) || WishPatterns.Starts.Match(core) => Saying.Start,
            _ when WishPatterns.Helps.Match(core) => Saying.Help,
            _ when WishPatterns.Filling.Match(core) || WishNames.IsSignature(core) => Saying.Nothing,
            _ => InSentence(core, marked),
        };
    }

    private static bool IsWholeDoubt(string sentence) => WishPatterns.WholeDoubts.Match(sentence);

    /// <summary>A stop word, and behind it only who says so, or why.</summary>
    private static bool IsSignedStop(string core) => WishSentence.RestsOf(core).Any(rest =>
        WishNames.IsSignature(rest) || (!IsDoing(rest) && IsReason(WishPatterns.Marked(rest))));

    /// <summary>"Stop wasting my time": what is to be stopped is not who writes, or not for sure.</summary>
    private static bool IsDoing(string rest) => rest.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"Wrong number stop".</summary>
    private static bool IsReasonedStop(string core)
    {
        var words = core.Split(' ');
        return WishPatterns.Excuses.Match(core)
            && Enumerable.Range(1, words.Length - 1).Any(i =>
                IsReason(WishPatterns.Marked(string.Join(' ', words[..i]))) && WishSentence.Is(string.Join(' ', words[i..]), WishPatterns.Stops));
    }

    private static bool IsReason(string rest) =>
        WishSentence.Is(rest, WishPatterns.WholeDoubts, WishPatterns.Filling)
        || WishPatterns.Doubts.In(rest).Any(doubt =>
            doubt.Index + doubt.Length == rest.Length && (doubt.Index == 0 || WishPatterns.Filling.Match(rest[..(doubt.Index - 1)])));

    private static Saying InSentence(string core, string marked)
    {
        var requests = WishPatterns.Requests.In(marked).Select(request => OfRequest(marked, request)).ToHashSet();
        if (requests.Count > 0)
        {
            return requests.Contains(Saying.Request) ? Saying.Request : requests.Contains(Saying.Doubt) ? Saying.Doubt : Saying.Other;
        }
        if (WishPatterns.Doubts.In(marked).ToList() is { Count: > 0 } doubts)
        {
            return doubts.All(doubt => IsTurnedRound(marked[..doubt.Index])) ? Saying.Other : Saying.Doubt;
        }
        return WishSentence.Joins(marked, WishPatterns.WholeRequests) || (WishSentence.BeginsStrongly(core) && core.Count(c => c == ' ') < ShortSentence)
            ? Saying.Doubt
            : Saying.Other;
    }

    private static Saying OfRequest(string sentence, Match request)
    {
        var (before, behind) = (sentence[..request.Index], sentence[(request.Index + request.Length)..]);
        return !WishPatterns.Negation.Match(request.Value) && IsTurnedRound(before) ? Saying.Other
            : WishSentence.Opens(before) && WishSentence.Closes(behind) ? Saying.Request
            : Saying.Doubt;
    }

    /// <summary>"Don't stop …", "no dejen de …"; not "I can't …".</summary>
    private static bool IsTurnedRound(string before)
    {
        var last = string.Join(' ', before.TrimEnd().Split(' ').TakeLast(3));
        return WishPatterns.Negation.Match(last) && !WishPatterns.Inability.Match(before);
    }

    private static bool HasStopSign(string text) => text.Contains("🛑", StringComparison.Ordinal) || text.Contains('⛔', StringComparison.Ordinal) || text.Contains("🚫", StringComparison.Ordinal);
}
