using CxFunctions.Sandbox.Faults;
using CxFunctions.Sandbox.Messages;

namespace CxFunctions.Sandbox.Page;

/// <summary>Reads what a page shows out of the log. One pass over the messages, however many there are.</summary>
internal sealed class PageReader(MessageLog log, FaultBook faults, RequestCounts counts)
{
    private const int PhonesAtOnce = 6;
    private const int MailsAtOnce = 12;
    private const int ManagersAtOnce = 6;
    private const int BubblesAtOnce = 5;
    private const int BubblesOfOpenThread = 500;

    public PageView Read(PageQuery query)
    {
        var all = log.All();
        var found = query.Search.Length == 0 ? all : [.. all.Where(m => Contains(m, query.Search))];
        var mails = found.Where(m => m.Kind == MessageKinds.Email && !m.ToManager).Reverse().ToList();
        var managers = found.Where(m => m.ToManager).Reverse().ToList();
        var mailPage = Leaf<Message>.Of(mails, query.Mails, MailsAtOnce);
        return new(
            query,
            Phones(all, found, query),
            mailPage,
            Leaf<Message>.Of(managers, query.Managers, ManagersAtOnce),
            query.Mail is null ? mailPage.Items.FirstOrDefault() : log.ById(query.Mail) ?? mailPage.Items.FirstOrDefault(),
            faults.All,
            Figures(all));
    }

    private static Leaf<PhoneThread> Phones(IReadOnlyList<Message> all, IReadOnlyList<Message> found, PageQuery query)
    {
        var threads = new Dictionary<string, List<Message>>();
        foreach (var message in all.Where(m => m.Kind == MessageKinds.Sms && !m.ToManager))
        {
            var number = NumberOf(message);
            (threads.TryGetValue(number, out var thread) ? thread : threads[number] = []).Add(message);
        }

        // A thread is shown for any message found in it, with what stands around that message.
        var numbers = query.Search.Length == 0 ? null : found.Where(m => m.Kind == MessageKinds.Sms).Select(NumberOf).ToHashSet();
        var latest = threads.Where(t => numbers?.Contains(t.Key) ?? true).OrderByDescending(t => t.Value[^1].Sequence).ToList();
        var page = Leaf<KeyValuePair<string, List<Message>>>.Of(latest, query.Phones, PhonesAtOnce);
        return new([.. page.Items.Select(t => Thread(t.Key, t.Value, t.Key == query.Thread))], page.Number, page.Size, page.Total);
    }

    private static PhoneThread Thread(string number, List<Message> messages, bool isOpen)
    {
        var shown = Math.Min(messages.Count, isOpen ? BubblesOfOpenThread : BubblesAtOnce);
        return new(number, messages[^shown..], messages.Count - shown, false);
    }

    private PageFigures Figures(IReadOnlyList<Message> all) => new(
        all.Count(m => m.Kind == MessageKinds.Sms && m.Direction == MessageDirections.Out),
        all.Count(m => m.Kind == MessageKinds.Email),
        all.Count(m => m.Direction == MessageDirections.In),
        all.Count(m => m.Status is MessageStatuses.Failed or MessageStatuses.Bounced),
        counts.Snapshot().Values.Sum(service => service[Outcomes.DuplicatesSuppressed]));

    private static string NumberOf(Message message) => message.Direction == MessageDirections.In ? message.From : message.To;

    private static bool Contains(Message message, string search) =>
        Has(message.To, search) || Has(message.From, search) || Has(message.Text, search) || Has(message.Subject, search) || Has(message.PlainText, search);

    private static bool Has(string? text, string search) => text?.Contains(search, StringComparison.OrdinalIgnoreCase) ?? false;
}
