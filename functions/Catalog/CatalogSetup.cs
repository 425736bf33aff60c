using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxFunctions.Catalog;

public static class CatalogSetup
{
    /// <summary>Folder of program files; relative to the app. Setting <c>Cx__Programs</c>.</summary>
    public const string FolderSetting = "Cx:Programs";

    /// <exception cref="ProgramException">A program file is wrong: the host must not start.</exception>
    public static IHostApplicationBuilder AddCatalog(this IHostApplicationBuilder builder)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, builder.Configuration[FolderSetting] ?? "Catalog/Programs");
        builder.Services.AddSingleton(new ProgramCatalog(LoadAll(folder)));
        return builder;
    }

    private static List<SurveyProgram> LoadAll(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            throw new ProgramException(folder, [new("$", $"no program files there; put at least one *.json into the folder, or name another with {FolderSetting.Replace(":", "__", StringComparison.Ordinal)}")]);
        }
        var programs = files.ConvertAll(ProgramFile.Load);
        for (var i = 0; i < programs.Count; i++)
        {
            if (programs.FindIndex(p => p.Id == programs[i].Id) is var first && first != i)
            {
                throw new ProgramException(files[i], [new("$.id", $"'{programs[i].Id}' is taken by {files[first]}")]);
            }
        }
        return programs;
    }
}
