using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxFunctions.Foundation;

/// <summary>Registers a slice's settings: bound to their section, checked when the host starts, and blamed by the name that ops write.</summary>
public static class SettingsRegistration
{
    private static readonly Dictionary<Type, string> Forms = new()
    {
        [typeof(int)] = "a whole number",
        [typeof(TimeSpan)] = "a time such as 00:00:30",
        [typeof(Uri)] = "an address such as https://cx.example.com",
    };

    /// <param name="services">Of the app.</param>
    /// <param name="section">Its name; the settings in it are <c>Section__Name</c>.</param>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class => services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => Bind(options, configuration.GetSection(section)))
            .ValidateDataAnnotations()
            .ValidateOnStart();

    /// <exception cref="OptionsValidationException">A value cannot be read; the message names the setting and not the value, which may be secret.</exception>
    private static void Bind<TOptions>(TOptions options, IConfigurationSection section)
        where TOptions : class
    {
        var unreadable = typeof(TOptions).GetProperties().Where(p => p.CanWrite && !IsReadable(p, section))
            .Select(p => $"{section.Path}__{p.Name}: must be {Forms.GetValueOrDefault(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType, p.PropertyType.Name)}.")
            .ToList();
        if (unreadable.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(TOptions), unreadable);
        }
        section.Bind(options);
    }

    private static bool IsReadable(PropertyInfo property, IConfigurationSection section)
    {
        try
        {
            section.GetSection(property.Name).Get(property.PropertyType);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
