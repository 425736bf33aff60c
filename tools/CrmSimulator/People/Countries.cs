namespace CxFunctions.CrmSimulator.People;

/// <summary>
/// The countries of the sample programs. North American numbers are of 555-0100 to 555-0199 and British ones of 7700 900000
/// to 900999, which their authorities keep for fiction; the other countries keep none, so theirs run in zeros that nobody was given.
/// </summary>
public static class Countries
{
    private static readonly NameList Spanish = new(
        ["Ana", "Lucía", "Carmen", "Rosa", "Valeria", "Camila", "Sofía", "Elena", "Marta", "Pilar", "Jorge", "Luis", "Carlos", "Diego", "Andrés", "Javier", "Miguel", "Raúl", "Tomás", "Hugo"],
        ["Quispe", "Flores", "Rojas", "Vargas", "Mendoza", "Castillo", "Salazar", "Herrera", "Navarro", "Iglesias", "Delgado", "Paredes", "Cárdenas", "Ibáñez", "Luna", "Soto"]);

    private static readonly NameList Portuguese = new(
        ["Beatriz", "Larissa", "Fernanda", "Juliana", "Inês", "Mariana", "Teresa", "Rafael", "Thiago", "Bruno", "João", "Pedro", "Gustavo", "Duarte", "Vasco", "Leonor"],
        ["Almeida", "Barbosa", "Cardoso", "Ferreira", "Moreira", "Nogueira", "Pinheiro", "Ribeiro", "Teixeira", "Vieira", "Azevedo", "Queirós"]);

    private static readonly NameList English = new(
        ["Grace", "Olivia", "Hannah", "Nora", "Ruth", "Priya", "Mei", "Daniel", "Marcus", "Ethan", "Owen", "Samuel", "Amir", "Walter"],
        ["Whitfield", "Harper", "Okafor", "Sullivan", "Brooks", "Chen", "Patel", "Lindgren", "Marsh", "Donovan", "Ellison", "Tate"]);

    public static readonly IReadOnlyList<Country> All =
    [
        new("es-PE", "America/Lima", ["+5190000####"], Spanish, 34),
        new("es-CO", "America/Bogota", ["+57300000####"], Spanish, 14),
        new("es-MX", "America/Mexico_City", ["+52550000####"], Spanish, 10),
        new("pt-BR", "America/Sao_Paulo", ["+551190000####"], Portuguese, 14),
        new("en-US", "America/New_York", [.. Areas.Select(area => $"+1{area}55501##")], English, 12),
        new("en-GB", "Europe/London", ["+447700900###"], English, 4),
        new("pt-PT", "Europe/Lisbon", ["+35190000####"], Portuguese, 5),
        new("es-ES", "Europe/Madrid", ["+3460000####"], Spanish, 7),
    ];

    private static IEnumerable<int> Areas =>
        [212, 305, 312, 404, 415, 512, 617, 646, 702, 713, 718, 786, 808, 816, 843, 904, 917, 929, 941, 954];
}
