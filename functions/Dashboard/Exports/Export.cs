using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using CxFunctions.Catalog;
using CxFunctions.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CxFunctions.Dashboard.Exports;

/// <summary>One exported thing.</summary>
/// <param name="Position">In its program's list; continue after it.</param>
/// <param name="Json">As JSON.</param>
/// <param name="Cells">As CSV: the same columns in every item.</param>
public sealed record ExportItem(string Position, object Json, IReadOnlyList<(string Column, object? Value)> Cells);

/// <summary>Turns a list of things into a page of JSON or a stream of CSV.</summary>
public sealed class Export(ProgramCatalog catalog, TimeProvider time, ILogger<Export> log)
{
    /// <param name="request">Of the analyst.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="back">How far back the list goes where nothing is said.</param>
    /// <param name="columns">Of the CSV, for a list without items.</param>
    /// <param name="list">Items of a program after the position asked for, in their order.</param>
    /// <param name="beside">Id of the list of what belongs to no program, which comes last where all is asked for; null where there is none.</param>
    /// <param name="ahead">How far beyond now the list goes where nothing is said.</param>
    public async Task<IResult> RunAsync(
        HttpRequest request, string name, TimeSpan back, Func<ExportQuery, IReadOnlyList<string>> columns, Func<ExportPart, IAsyncEnumerable<ExportItem>> list,
        string? beside = null, TimeSpan ahead = default)
    {
        try
        {
            var query = ExportQuery.Of(request.Query, catalog, time.GetUtcNow(), back, beside, ahead);
            // Made before anything is sent, so that a wrong parameter can still be told.
            var lists = query.Parts.Select(part => list(part).Select(item => (part.List, Item: item))).ToList();
            var items = lists.ToAsyncEnumerable().SelectMany(items => items);
            var programs = string.Join(", ", query.Programs.Select(p => p.Id));
            log.ExportBegins(name, programs, query.From.Utc, query.To.Utc, query.Csv is null ? "JSON" : "CSV");
            if (query.Csv is { } form)
            {
                return new CsvResult(form, FileName(query, name), columns(query), Logged(items.Select(i => i.Item), name, programs));
            }
            var page = await PageAsync(query, items, request.HttpContext.RequestAborted);
            log.ExportEnds(name, programs, page.Items.Count);
            return Results.Json(page, CxJson.Lenient);
        }
        catch (ExportQueryException e)
        {
            return Problems.Invalid(e.Message);
        }
    }

    /// <summary>Tells how many were read, also where the reader went away or storage failed in the midst.</summary>
    private async IAsyncEnumerable<ExportItem> Logged(
        IAsyncEnumerable<ExportItem> items, string name, string programs, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (rows, whole) = (0, false);
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                rows++;
                yield return item;
            }
            whole = true;
        }
        finally
        {
            if (whole)
            {
                log.ExportEnds(name, programs, rows);
            }
            else
            {
                log.ExportBrokenOff(name, programs, rows);
            }
        }
    }

    private static string FileName(ExportQuery query, string name) => query.Programs is [var only] ? $"{only.Id}-{name}.csv" : $"{name}.csv";

    private static async Task<Page> PageAsync(ExportQuery query, IAsyncEnumerable<(string List, ExportItem Item)> items, CancellationToken cancellationToken)
    {
        // One more than asked for tells whether there is more.
        var read = await items.Take(query.Limit + 1).ToListAsync(cancellationToken);
        var page = read.Take(query.Limit).ToList();
        return new Page([.. page.Select(i => i.Item.Json)], read.Count > page.Count ? After(page[^1]) : null);
    }

    private static string After((string List, ExportItem Item) last) => new ExportPosition(last.List, last.Item.Position).Token;

    private sealed record Page(IReadOnlyList<object> Items, string? Continuation);

    /// <summary>As RFC 4180 has it, but for the separator where another is asked for.</summary>
    private sealed class CsvResult(CsvForm form, string fileName, IReadOnlyList<string> columns, IAsyncEnumerable<ExportItem> items) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            context.Response.ContentType = "text/csv; charset=utf-8; header=present";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
            context.Response.Headers.CacheControl = "no-store";
            await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(form.WithMark));
            await using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", Delimiter = form.Separator });
            foreach (var column in columns)
            {
                csv.WriteField(column);
            }
            await csv.NextRecordAsync();
            await foreach (var item in items.WithCancellation(context.RequestAborted))
            {
                foreach (var (_, value) in item.Cells)
                {
                    csv.WriteField(Cell(value));
                }
                await csv.NextRecordAsync();
            }
        }

        private string? Cell(object? value) => value switch
        {
            string text => CsvRules.Guard(text),
            DateTimeOffset at => form.Write(at),
            ProgramTime time => form.Write(time),
            double number => number.ToString("0.##", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString(),
        };
    }
}
