namespace CxFunctions.Privacy.Pages;

/// <summary>What the opt-out page says.</summary>
public sealed record StopPageWords
{
    public required string Title { get; init; }

    public required string Ask { get; init; }

    public required string Explain { get; init; }

    public required string Confirm { get; init; }

    public required string Back { get; init; }

    public required string Stopped { get; init; }

    public required string StoppedMore { get; init; }

    public required string NotStopped { get; init; }

    public required string NotStoppedMore { get; init; }

    public required string Unknown { get; init; }

    public required string UnknownMore { get; init; }

    public static StopPageWords In(string locale) => locale switch
    {
        "es" => Es,
        "pt" => Pt,
        _ => En,
    };

    private static readonly StopPageWords Es = new()
    {
        Title = "No recibir más encuestas",
        Ask = "¿No quiere recibir más encuestas?",
        Explain = "Dejaremos de enviarle encuestas por SMS y por correo. Sus demás mensajes, como avisos de su cuenta o de sus pedidos, no cambian.",
        Confirm = "Sí, no enviar más",
        Back = "No, volver a la encuesta",
        Stopped = "No le enviaremos más encuestas",
        StoppedMore = "Ya quedó guardado. Puede cerrar esta página.",
        NotStopped = "Todavía no quedó guardado",
        NotStoppedMore = "Tenemos un problema técnico que suele durar poco. Inténtelo de nuevo en un momento.",
        Unknown = "No encontramos este enlace",
        UnknownMore = "Puede que esté incompleto. Ábralo otra vez desde el mensaje que recibió. También puede responder BAJA a nuestro SMS.",
    };

    private static readonly StopPageWords En = new()
    {
        Title = "Stop surveys",
        Ask = "Stop receiving surveys?",
        Explain = "We will send you no more surveys, neither by SMS nor by e-mail. Your other messages, such as account or order notices, do not change.",
        Confirm = "Yes, stop them",
        Back = "No, back to the survey",
        Stopped = "We will send you no more surveys",
        StoppedMore = "It is saved. You can close this page.",
        NotStopped = "Not saved yet",
        NotStoppedMore = "We have a technical problem that usually does not last. Please try again in a moment.",
        Unknown = "We can't find this link",
        UnknownMore = "It may be incomplete. Please open it again from the message you received. You can also reply STOP to our SMS.",
    };

    private static readonly StopPageWords Pt = new()
    {
        Title = "Não receber mais pesquisas",
        Ask = "Não quer mais receber pesquisas?",
        Explain = "Não enviaremos mais pesquisas, nem por SMS nem por e-mail. Suas outras mensagens, como avisos da conta ou dos pedidos, não mudam.",
        Confirm = "Sim, não enviar mais",
        Back = "Não, voltar à pesquisa",
        Stopped = "Não enviaremos mais pesquisas",
        StoppedMore = "Está salvo. Você pode fechar esta página.",
        NotStopped = "Ainda não foi salvo",
        NotStoppedMore = "Estamos com um problema técnico que costuma durar pouco. Tente de novo em instantes.",
        Unknown = "Não encontramos este link",
        UnknownMore = "Talvez esteja incompleto. Abra-o de novo a partir da mensagem que recebeu. Você também pode responder SAIR ao nosso SMS.",
    };
}
