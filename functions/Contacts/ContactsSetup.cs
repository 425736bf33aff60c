using CxFunctions.Contacts.Phones;
using CxFunctions.Contacts.Suppressions;
using CxFunctions.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Contacts;

public static class ContactsSetup
{
    public static IHostApplicationBuilder AddContacts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSettings<AddressDigestOptions>(AddressDigestOptions.Section);
        builder.Services.AddSingleton<AddressDigest>();
        builder.Services.AddSingleton<ContactStore>();
        builder.Services.AddSingleton<PhoneStore>();
        builder.Services.AddSingleton<PhoneOwners>();
        builder.Services.AddSingleton<SuppressionStore>();
        return builder;
    }
}
