using System.ComponentModel.DataAnnotations;

namespace CxFunctions.Foundation;

/// <summary>A setting that is empty or an absolute http or https address. Whatever else somebody writes would pass as a relative one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is null || (value is Uri { IsAbsoluteUri: true } address && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps));
}
