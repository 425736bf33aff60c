namespace CxFunctions.Responses.Pages;

/// <summary>What the survey page says beside the program's own texts.</summary>
public sealed record SurveyWords
{
    public required string Title { get; init; }

    public required string Send { get; init; }

    public required string Optional { get; init; }

    public required string UpTo { get; init; }

    public required string Left { get; init; }

    public required string KeptWords { get; init; }

    public required string Saving { get; init; }

    public required string Saved { get; init; }

    public required string ErrorsTitle { get; init; }

    public required string ChooseOne { get; init; }

    public required string WriteSomething { get; init; }

    public required string TooLong { get; init; }

    public required string NotOnScale { get; init; }

    public required string NotSavedTitle { get; init; }

    public required string NotSaved { get; init; }

    public static SurveyWords In(string locale) => locale switch
    {
        "es" => Es,
        "pt" => Pt,
        _ => En,
    };

    private static readonly SurveyWords Es = new()
    {
        Title = "Su opinión",
        Send = "Enviar",
        Optional = "opcional",
        UpTo = "Hasta {0} caracteres.",
        Left = "Quedan {0} caracteres.",
        KeptWords = "Ya guardamos lo que escribió. Lo que escriba aquí lo reemplaza.",
        Saving = "Guardando…",
        Saved = "Guardado. Puede cambiarlo hasta enviar.",
        ErrorsTitle = "Falta algo antes de enviar",
        ChooseOne = "Elija una respuesta",
        WriteSomething = "Escriba una respuesta",
        TooLong = "El texto es demasiado largo: hasta {0} caracteres",
        NotOnScale = "Elija un valor de la escala",
        NotSavedTitle = "Todavía no está guardado",
        NotSaved = "No pudimos guardar su respuesta. Lo que escribió sigue aquí: inténtelo de nuevo en un momento.",
    };

    private static readonly SurveyWords En = new()
    {
        Title = "Your opinion",
        Send = "Send",
        Optional = "optional",
        UpTo = "Up to {0} characters.",
        Left = "{0} characters left.",
        KeptWords = "We have saved what you wrote. What you write here replaces it.",
        Saving = "Saving…",
        Saved = "Saved. You can change it until you send.",
        ErrorsTitle = "Something is missing before you send",
        ChooseOne = "Choose an answer",
        WriteSomething = "Write an answer",
        TooLong = "The text is too long: up to {0} characters",
        NotOnScale = "Choose a value of the scale",
        NotSavedTitle = "Not saved yet",
        NotSaved = "We could not save your answer. What you wrote is still here: please try again in a moment.",
    };

    private static readonly SurveyWords Pt = new()
    {
        Title = "Sua opinião",
        Send = "Enviar",
        Optional = "opcional",
        UpTo = "Até {0} caracteres.",
        Left = "Restam {0} caracteres.",
        KeptWords = "Já salvamos o que você escreveu. O que escrever aqui substitui.",
        Saving = "Salvando…",
        Saved = "Salvo. Você pode mudar até enviar.",
        ErrorsTitle = "Falta algo antes de enviar",
        ChooseOne = "Escolha uma resposta",
        WriteSomething = "Escreva uma resposta",
        TooLong = "O texto é longo demais: até {0} caracteres",
        NotOnScale = "Escolha um valor da escala",
        NotSavedTitle = "Ainda não foi salvo",
        NotSaved = "Não conseguimos salvar sua resposta. O que você escreveu continua aqui: tente de novo em instantes.",
    };
}
