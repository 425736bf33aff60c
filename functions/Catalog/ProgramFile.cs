using System.Text.Json;
using CxFunctions.Foundation;

namespace CxFunctions.Catalog;

/// <summary>A program file: read strictly, then held against the rules.</summary>
public static class ProgramFile
{
    /// <exception cref="ProgramException">The file does not hold a valid program; the message names file, path and reason.</exception>
    public static SurveyProgram Load(string path)
    {
        var program = Read(path);
        var errors = ProgramRules.Check(program).ToList();
        return errors.Count == 0 ? program : throw new ProgramException(path, errors);
    }

    private static SurveyProgram Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<SurveyProgram>(file, CxJson.Strict)
                ?? throw new ProgramException(path, [new("$", "the file holds null")]);
        }
        catch (JsonException e)
        {
            var at = e.Path is { Length: > 0 } p ? p : "$";
            throw new ProgramException(path, [new(at, $"{e.Message.Split(" Path:")[0]} (line {e.LineNumber + 1})")], e);
        }
    }
}

/// <summary>One breach: where in the file (JSON path) and what is wrong.</summary>
public sealed record ProgramError(string Path, string Reason);

/// <summary>A program file that must be mended before the host can start.</summary>
public sealed class ProgramException(string file, IReadOnlyList<ProgramError> errors, Exception? inner = null)
    : Exception($"{file} is not a valid survey program:\n" + string.Join("\n", errors.Select(e => $"  {e.Path}: {e.Reason}")), inner)
{
    public IReadOnlyList<ProgramError> Errors => errors;
}
