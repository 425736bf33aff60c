using CxFunctions.Catalog;
using CxFunctions.Foundation.Pages;

namespace CxFunctions.Privacy.Pages;

/// <param name="Step">Where the opt-out stands.</param>
/// <param name="Locale">es, en or pt.</param>
/// <param name="Token">Null where the link is unknown.</param>
/// <param name="Brand">Of the program; null where it is gone.</param>
public sealed record StopPageModel(StopStep Step, string Locale, string? Token = null, Brand? Brand = null)
{
    public StopPageWords Words => StopPageWords.In(Locale);

    public RespondentLook Look
    {
        get
        {
            var look = new RespondentLook(Locale, Words.Title, Token is null ? "" : $"/s/{Token}/stop");
            return Brand is null ? look : look with { BrandName = Brand.Name, Color = Brand.Color, PrivacyUrl = Brand.PrivacyUrl };
        }
    }
}

public enum StopStep
{
    Ask,
    Stopped,
    NotStopped,
    Unknown,
}
