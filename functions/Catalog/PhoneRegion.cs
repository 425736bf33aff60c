using PhoneNumbers;

namespace CxFunctions.Catalog;

/// <summary>The country or territory where telephone numbers without a country code are local calls.</summary>
public static class PhoneRegion
{
    /// <summary>Whether the code is one with a numbering plan: ISO 3166-1 alpha-2, upper case.</summary>
    public static bool IsKnown(string code) => PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(code);
}
