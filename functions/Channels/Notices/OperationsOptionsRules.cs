using CxFunctions.Catalog;
using Microsoft.Extensions.Options;

namespace CxFunctions.Channels.Notices;

/// <summary>A name that no program knows would be somebody who is never told.</summary>
internal sealed class OperationsOptionsRules(ProgramCatalog catalog) : IValidateOptions<OperationsOptions>
{
    public ValidateOptionsResult Validate(string? name, OperationsOptions options)
    {
        var known = catalog.All.SelectMany(program => program.Recipients.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var errors = options.Recipients.Index().Where(said => !known.Contains(said.Item))
            .Select(said => $"{OperationsOptions.Section}__Recipients__{said.Index}: no such recipient in any program; known are {string.Join(", ", known)}.")
            .ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
