namespace CxFunctions.Responses.Pages;

/// <summary>What a page says where there is nothing (more) to fill in.</summary>
/// <param name="Heading">The state in a few words.</param>
/// <param name="Lines">A paragraph each.</param>
public sealed record StateWords(string Heading, params string[] Lines)
{
    public static StateWords Thanks(string locale) => locale switch
    {
        "es" => new("Listo, quedó guardado", "Puede cerrar esta página."),
        "pt" => new("Pronto, está salvo", "Você pode fechar esta página."),
        _ => new("All done, your answer is saved", "You can close this page."),
    };

    public static StateWords Answered(string locale) => locale switch
    {
        "es" => new("Ya respondió esta encuesta", "Guardamos sus respuestas y no hace falta nada más. ¡Gracias!"),
        "pt" => new("Você já respondeu a esta pesquisa", "Suas respostas estão salvas e não é preciso mais nada. Obrigado!"),
        _ => new("You have already answered", "Your answers are saved and nothing more is needed. Thank you!"),
    };

    public static StateWords Expired(string locale) => locale switch
    {
        "es" => new("Esta encuesta ya terminó", "Preguntamos solo mientras la experiencia está fresca, y el tiempo para responder ya pasó. Gracias por querer contarnos: no hace falta que haga nada."),
        "pt" => new("Esta pesquisa já terminou", "Perguntamos apenas enquanto a experiência está fresca, e o prazo para responder já passou. Obrigado por querer contar: não é preciso fazer nada."),
        _ => new("This survey has ended", "We only ask while the experience is fresh, and the time to answer has passed. Thank you for wanting to tell us: there is nothing you need to do."),
    };

    public static StateWords OptedOut(string locale) => locale switch
    {
        "es" => new("No le enviaremos más encuestas", "Usted pidió no recibir encuestas y así lo guardamos. Por eso esta ya no está disponible."),
        "pt" => new("Não enviaremos mais pesquisas", "Você pediu para não receber pesquisas e assim está registrado. Por isso esta não está mais disponível."),
        _ => new("We will not send you surveys", "You asked not to receive surveys, and we have kept to it. That is why this one is closed."),
    };

    public static StateWords Unknown(string locale) => locale switch
    {
        "es" => new("No encontramos esta encuesta", "Puede que el enlace esté incompleto. Ábralo otra vez desde el mensaje que recibió, o cópielo entero."),
        "pt" => new("Não encontramos esta pesquisa", "Talvez o link esteja incompleto. Abra-o de novo a partir da mensagem que recebeu ou copie-o inteiro."),
        _ => new("We can't find this survey", "The link may be incomplete. Please open it again from the message you received, or copy all of it."),
    };

    public static StateWords Unavailable(string locale) => locale switch
    {
        "es" => new("Ahora mismo no es posible", "Tenemos un problema técnico que suele durar poco. Inténtelo de nuevo en un minuto con el mismo enlace."),
        "pt" => new("Não é possível agora", "Estamos com um problema técnico que costuma durar pouco. Tente de novo em um minuto com o mesmo link."),
        _ => new("Not possible right now", "We have a technical problem that usually does not last. Please try again in a minute with the same link."),
    };
}
