using System.ComponentModel.DataAnnotations;

namespace CxFunctions.Spending;

/// <summary>Section <c>Budget</c>: the most that may be spent in a UTC day, in the unit that is billed. 0 stops that kind.</summary>
public sealed class BudgetOptions
{
    public const string Section = "Budget";

    /// <summary>Of messages to customers: SMS segments (160 GSM-7 or 70 UCS-2 characters, less where concatenated).</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Budget__SmsSegmentsPerDay: 0 or more.")]
    public int SmsSegmentsPerDay { get; set; } = 20_000;

    /// <summary>To customers.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Budget__EmailsPerDay: 0 or more.")]
    public int EmailsPerDay { get; set; } = 50_000;

    /// <summary>Text records of Azure AI Language: each started 1,000 characters of a document, for each feature asked.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Budget__LanguageRecordsPerDay: 0 or more.")]
    public int LanguageRecordsPerDay { get; set; } = 100_000;

    /// <summary>SMS segments of notices to managers: a day of many surveys must not silence them, nor a day of many alerts the surveys.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Budget__NoticeSmsSegmentsPerDay: 0 or more.")]
    public int NoticeSmsSegmentsPerDay { get; set; } = 2_000;

    /// <summary>To managers.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "Budget__NoticeEmailsPerDay: 0 or more.")]
    public int NoticeEmailsPerDay { get; set; } = 5_000;
}
