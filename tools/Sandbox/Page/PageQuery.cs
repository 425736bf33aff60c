using System.Globalization;

namespace CxFunctions.Sandbox.Page;

/// <summary>What the address of the page asks to see.</summary>
public sealed record PageQuery
{
    /// <summary>Words that the number, address, subject or text must contain; empty for all.</summary>
    public string Search { get; init; } = "";

    /// <summary>1 and up; each part of the page turns its own pages.</summary>
    public int Phones { get; init; } = 1;

    public int Mails { get; init; } = 1;

    public int Managers { get; init; } = 1;

    /// <summary>The number whose thread is shown whole.</summary>
    public string? Thread { get; init; }

    /// <summary>The id of the e-mail that lies open.</summary>
    public string? Mail { get; init; }

    public static PageQuery Parse(IQueryCollection query) => new()
    {
        Search = query["q"].ToString().Trim(),
        Phones = PageNumber(query["phones"]),
        Mails = PageNumber(query["mails"]),
        Managers = PageNumber(query["managers"]),
        Thread = query["thread"].ToString() is { Length: > 0 } thread ? thread.Replace(' ', '+') : null,
        Mail = query["mail"].ToString() is { Length: > 0 } mail ? mail : null,
    };

    /// <summary>The address of this view, with only what differs from the plain page.</summary>
    public string Address(string fragment)
    {
        var parts = new List<string>();
        Add("q", Search, "");
        Add("phones", Number(Phones), "1");
        Add("mails", Number(Mails), "1");
        Add("managers", Number(Managers), "1");
        Add("thread", Thread ?? "", "");
        Add("mail", Mail ?? "", "");
        return $"/{(parts.Count > 0 ? "?" : "")}{string.Join('&', parts)}#{fragment}";

        void Add(string name, string value, string plain)
        {
            if (value != plain)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int PageNumber(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
}
