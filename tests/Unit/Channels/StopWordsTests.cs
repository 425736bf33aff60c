using CxFunctions.Channels.Events;

namespace CxFunctions.Tests.Unit.Channels;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("stop.")]
    [InlineData(" Stop! ")]
    [InlineData("ALTO")]
    [InlineData("Baja")]
    [InlineData("baja por favor")]
    [InlineData("PARAR")]
    [InlineData("sair")]
    [InlineData("Cancelar")]
    [InlineData("SALIR")]
    [InlineData("Salir, gracias")]
    [InlineData("eliminar")]
    [InlineData("Desinscrever")]
    [InlineData("No más")]
    [InlineData("no mas mensajes")]
    [InlineData("Não mais")]
    [InlineData("opt out")]
    [InlineData("UNSUBSCRIBE")]
    [InlineData("opt-out")]
    [InlineData("¡Basta ya!")]
    public void Saying_stop_in_three_languages_is_heard(string text) => Assert.True(StopWords.IsStop(text));

    [Theory]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("9 todo bien")]
    [InlineData("Please stop calling me at night, it is annoying")]
    [InlineData("Cancelar mi cuenta fue muy difícil")]
    [InlineData("bajaron la comisión")]
    [InlineData("No paran de llamar")]
    [InlineData("No")]
    [InlineData("no fue malo")]
    [InlineData("No más que diez minutos")]
    public void An_opinion_is_no_opt_out(string text) => Assert.False(StopWords.IsStop(text));
}
