namespace CxFunctions.Channels.Email;

/// <summary>What e-mails to customers say beside the program's and the manager's own texts.</summary>
public sealed record EmailWords
{
    /// <summary>{0} the name.</summary>
    public required string Greeting { get; init; }

    public required string GreetingUnnamed { get; init; }

    public required string OneClick { get; init; }

    public required string Button { get; init; }

    /// <summary>{0} the brand, {1} the touchpoint.</summary>
    public required string Why { get; init; }

    public required string Stop { get; init; }

    public required string Privacy { get; init; }

    /// <summary>{0} the brand.</summary>
    public required string WordBackSubject { get; init; }

    public required string WordBackOpening { get; init; }

    public static EmailWords In(string locale) => locale switch
    {
        "es" => Es,
        "pt" => Pt,
        _ => En,
    };

    private static readonly EmailWords Es = new()
    {
        Greeting = "Hola, {0}:",
        GreetingUnnamed = "Hola:",
        OneClick = "Toque un número para empezar. En la página podrá cambiarlo antes de enviar.",
        Button = "Responder la encuesta",
        Why = "Le escribimos porque tuvo contacto con {0} ({1}) y aceptó recibir mensajes como este.",
        Stop = "No quiero más encuestas",
        Privacy = "Privacidad",
        WordBackSubject = "{0}: sobre lo que nos contó",
        WordBackOpening = "Usted nos contó su experiencia. Esto es lo que hicimos:",
    };

    private static readonly EmailWords En = new()
    {
        Greeting = "Hello {0},",
        GreetingUnnamed = "Hello,",
        OneClick = "Tap a number to begin. You can change it on the page before you send.",
        Button = "Answer the survey",
        Why = "We write to you because you were in contact with {0} ({1}) and agreed to messages like this one.",
        Stop = "Stop sending me surveys",
        Privacy = "Privacy",
        WordBackSubject = "{0}: about what you told us",
        WordBackOpening = "You told us about your experience. This is what we did:",
    };

    private static readonly EmailWords Pt = new()
    {
        Greeting = "Olá, {0}:",
        GreetingUnnamed = "Olá:",
        OneClick = "Toque em um número para começar. Na página você pode mudá-lo antes de enviar.",
        Button = "Responder à pesquisa",
        Why = "Escrevemos porque você teve contato com {0} ({1}) e aceitou receber mensagens como esta.",
        Stop = "Não quero mais pesquisas",
        Privacy = "Privacidade",
        WordBackSubject = "{0}: sobre o que você nos contou",
        WordBackOpening = "Você nos contou sua experiência. Isto é o que fizemos:",
    };
}
