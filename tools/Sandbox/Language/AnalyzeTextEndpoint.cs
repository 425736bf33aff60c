using CxFunctions.Sandbox.Faults;

namespace CxFunctions.Sandbox.Language;

/// <summary><c>POST /language/:analyze-text</c>: every document judged on its own, those it refuses listed beside.</summary>
internal sealed class AnalyzeTextEndpoint(RequestCounts counts)
{
    // Reported as such, so that nobody mistakes it for the service's own.
    private const string ModelVersion = "sandbox-1";

    public IResult Analyze(HttpContext context)
    {
        var body = RawBody.Of(context);
        if (body.Length > AnalyzeTextRules.MaxRequestBytes)
        {
            return ServiceErrors.Of(413, "InvalidRequest", "The request has at most 1 MB.", "InvalidDocumentBatch");
        }

        var request = SandboxJson.Read<AnalyzeTextRequest>(body, out var problem);
        if (problem is not null)
        {
            return ServiceErrors.Of(400, "InvalidRequest", problem, "InvalidRequestBodyFormat");
        }

        if (AnalyzeTextRules.Refusal(request!, out var kind) is { } refusal)
        {
            return ServiceErrors.Of(refusal.Status, refusal.Code, refusal.Message, refusal.InnerCode);
        }

        return Results.Json(Answer(kind, request!), SandboxJson.Options);
    }

    private object Answer(AnalysisKind kind, AnalyzeTextRequest request)
    {
        var parameters = request.Parameters ?? new(null, null, null, null, null, null);
        var documents = new List<object>();
        var errors = new List<object>();
        foreach (var document in request.AnalysisInput!.Documents!)
        {
            if (AnalyzeTextRules.Refusal(kind, document!) is { } refusal)
            {
                errors.Add(ErrorOf(document!, refusal));
                continue;
            }

            documents.Add(DocumentAnalysis.Of(kind, document!, parameters, documents.Count));
        }

        counts.Add(Services.Language, Outcomes.Documents, documents.Count);
        return new { kind = $"{kind}Results", results = new { documents, errors, modelVersion = ModelVersion } };
    }

    private static object ErrorOf(InputDocument document, LanguageError refusal) => new
    {
        document.Id,
        error = new { refusal.Code, refusal.Message, innererror = new { code = refusal.InnerCode, refusal.Message } },
    };
}
