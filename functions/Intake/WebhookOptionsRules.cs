using CxFunctions.Catalog;
using Microsoft.Extensions.Options;

namespace CxFunctions.Intake;

/// <summary>Settings that could not work stop the host, by name and with the reason.</summary>
internal sealed class WebhookOptionsRules(IEnumerable<IWebhookSource> sources, ProgramCatalog catalog) : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var errors = options.Sources.SelectMany(source => Check(source.Key, source.Value)).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Check(string name, WebhookSourceOptions options)
    {
        var setting = $"{WebhookOptions.Section}__{name}";
        if (sources.FirstOrDefault(s => s.Name == name) is not { } source)
        {
            yield return $"{setting}: no such source; known are {string.Join(", ", sources.Select(s => s.Name))}.";
            yield break;
        }
        if (options.Secrets.Count is 0 or > 2)
        {
            yield return $"{setting}__Secrets: set one secret, or two while one replaces the other.";
        }
        for (var i = 0; i < options.Secrets.Count; i++)
        {
            if (source.WrongSecret(options.Secrets[i]) is { } reason)
            {
                yield return $"{setting}__Secrets__{i}: {reason}";
            }
        }
        if (options.Region is { } region && !PhoneRegion.IsKnown(region))
        {
            yield return $"{setting}__Region: must be the code of a country or territory, for instance PE.";
        }
        for (var i = 0; i < options.Events.Count; i++)
        {
            if (Check(options.Events[i], options) is { } reason)
            {
                yield return $"{setting}__Events__{i}: {reason}";
            }
        }
    }

    private string? Check(WebhookEventOptions e, WebhookSourceOptions options)
    {
        if (e.SubscriptionType.Length == 0)
        {
            return "set SubscriptionType, for instance ticket.propertyChange.";
        }
        if ((e.Program ?? options.Program) is not { } program || catalog.Find(program) is not { } found)
        {
            return $"set Program, here or for the source, to one of {string.Join(", ", catalog.All.Select(p => p.Id))}.";
        }
        return found.FindTouchpoint(e.Touchpoint) is null
            ? $"set Touchpoint to one of {string.Join(", ", found.Touchpoints.Select(t => t.Id))}."
            : null;
    }
}
