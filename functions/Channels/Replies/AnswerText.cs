using CxFunctions.Catalog;
using CxFunctions.Messages;

namespace CxFunctions.Channels.Replies;

/// <summary>
/// What an answer says. Without accents that the 7-bit alphabet of SMS lacks, so that each is one segment with a brand of usual length.
/// </summary>
internal static class AnswerText
{
    private static readonly LocalizedText Ask = new()
    {
        Es = "{brand}: ¿no desea recibir nuestras encuestas? Responda BAJA y no le escribiremos de nuevo.",
        En = "{brand}: would you like to hear no more from us? Reply STOP and we will not write again.",
        Pt = "{brand}: prefere que a gente pare de enviar pesquisas? Responda PARE e paramos.",
    };

    private static readonly LocalizedText Welcome = new()
    {
        Es = "{brand}: le enviaremos encuestas de nuevo. Responda BAJA cuando no desee recibirlas.",
        En = "{brand}: you will receive our surveys again. Reply STOP at any time to end them.",
        Pt = "{brand}: vamos enviar pesquisas de novo. Responda PARE quando quiser parar.",
    };

    private static readonly LocalizedText Explain = new()
    {
        Es = "{brand}: le enviamos encuestas breves sobre su experiencia con nosotros. BAJA para no recibirlas, ALTA para recibirlas de nuevo.",
        En = "{brand}: we send short surveys about your experience with us. Reply STOP to end them, START to get them again.",
        Pt = "{brand}: enviamos pesquisas curtas sobre o seu atendimento. Responda PARE para parar, VOLTAR para receber de novo.",
    };

    /// <exception cref="ArgumentOutOfRangeException">A wish that nobody answers.</exception>
    public static string Of(Wish wish, string brand, string locale) => MessageText.Fill(TextOf(wish).In(locale), brand, name: null);

    private static LocalizedText TextOf(Wish wish) => wish switch
    {
        Wish.Unclear => Ask,
        Wish.Start => Welcome,
        Wish.Help => Explain,
        _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, "Nobody answers this."),
    };
}
