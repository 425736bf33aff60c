using System.Collections.Frozen;

namespace CxFunctions.Channels.Wishes;

/// <summary>
/// Given names that people sign with behind a stop word ("BAJA Maria Lopez"). Names that are also words (Luz, Will, Grace) are left out:
/// "baja luz" is an opinion.
/// </summary>
internal static class WishNames
{
    private const int LongestName = 4;
    private const int HighestScore = 10;

    private static readonly FrozenSet<string> Given = (
        "aaron abel adela adriana adriano agustin aida alan alba alberto alejandra alejandro alessandra alex alexander alexandra alfonso alfredo " +
        "alice alicia aline alison alonso amanda amelia amy ana andrea andres andrew angela angelica anita ann anna anne antonia antonio ariana " +
        "armando arthur arturo ashley augusto barbara beatriz ben benjamin bernardo beto bianca bob brandon brenda brian bruno caio camila carla " +
        "carlos carmen carol carolina caroline catalina cecilia cesar charles christian christine christopher cintia claudia claudio cristian " +
        "cristina cristobal cynthia daniel daniela danilo dave david debora deborah denise dennis diana diego donald donna edgar edith edson eduarda " +
        "eduardo edward elena elias elisa elizabeth emilio emily emma enrique eric erica erika ernesto esteban eva evelyn fabian fabiana fabio " +
        "fabricio fatima federico felipe fernanda fernando fiorella francisca francisco gabriel gabriela gary george gerardo german giovanna gladys " +
        "gonzalo gregory guilherme guillermo gustavo hector helena henrique henry hernan hugo ignacio igor ines irene isabel isabela ivan jack " +
        "jackson jacob jaime james jane janet javier jeff jefferson jennifer jenny jessica jesus jim joan joana joao joaquin joe joel john johnny " +
        "jonathan jorge jose josefina joseph joshua juan juana juanita julia julian juliana julie julieta julio karen karina karla kate katherine " +
        "kathy keila kelly ken kevin kim larissa laura lauren leonardo leticia lidia lilian liliana linda lisa lorena lorenzo lourdes lucas lucia " +
        "luciana luciano luis luisa luiz lupe magdalena manuel manuela marcela marcelo marcia marcio marco marcos margaret margarita maria mariana " +
        "mariano maribel mario marisol marta martha martin mary mateo mateus matheus matias matilde matthew mauricio mauro maximo megan melissa " +
        "michael michelle miguel mike miriam monica monique nancy natalia nathan nelson nicolas nicole noelia nora norma octavio olga omar oscar " +
        "pablo pamela patricia patricio patrick paul paula paulo pedro pepe percy peter piedad priscila rafael rafaela raimundo ramiro ramon raquel " +
        "raul rebeca rebecca renata renato ricardo richard rita robert roberta roberto rocio rodolfo rodrigo roger rogerio rolando rosa rosario " +
        "rosita roxana ruben ruth ryan samuel sandra sara sarah saul sebastian sergio sharon silvana silvia simone sofia sonia sophia stephanie " +
        "stephen steve steven susan susana tamara tania tatiana teresa thais thiago thomas tiago tim tom tomas tony valentina valeria vanessa vera " +
        "veronica vicente victor vinicius virginia vitor viviana wagner walter wendy william wilson xavier ximena xiomara yolanda yuri zoe").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Small words that stand in no name.</summary>
    private static readonly FrozenSet<string> NotInNames = (
        "a an the is was are to from for at in on with not no my me you it and or but " +
        "el es un una que en con por para no mi me se su lo le muy mal bien " +
        "o e um uma em com nao meu minha muito").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly Phrases Introduction = Phrases.Within(
    [
        "^(?:mi nombre es|me llamo|soy|habla|firma|de parte de|my name is|this is|its|from|signed|meu nome e|sou|aqui e|aqui quem fala e)",
        "^(?:cliente|customer|dni|cpf|rut|ruc|cedula|documento|tel|cel|fono|telefono|numero|mi numero es|mi numero|number|my number is|phone|meu numero e)",
        "^(?:cuenta|conta|account|codigo|ref)",
    ]);

    /// <summary>A name, or a telephone or a document, maybe with a word that says which.</summary>
    public static bool IsSignature(string words)
    {
        var bare = Introduction.Replace(words, "").Trim();
        return IsName(bare) || IsNumber(bare);
    }

    /// <summary>Not a score.</summary>
    public static bool IsNumber(string words) => words.Length > 0
        && words.All(c => char.IsAsciiDigit(c) || c == ' ')
        && (words.Contains(' ', StringComparison.Ordinal) || !int.TryParse(words, out var number) || number > HighestScore);

    /// <summary>Whether the words are a person's name, as far as one can tell: a known given name and not much behind it.</summary>
    private static bool IsName(string words)
    {
        var all = words.Split(' ');
        return all.Length <= LongestName && Given.Contains(all[0])
            && all.All(word => !NotInNames.Contains(word) && word.All(char.IsLetter) && !word.EndsWith("ing", StringComparison.Ordinal));
    }
}
