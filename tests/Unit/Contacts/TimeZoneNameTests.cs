using CxFunctions.Contacts.Spelling;

namespace CxFunctions.Tests.Unit.Contacts;

public class TimeZoneNameTests
{
    [Theory]
    [InlineData("America/Lima", null, "America/Lima")]
    [InlineData("America/Argentina/Buenos_Aires", null, "America/Argentina/Buenos_Aires")]
    [InlineData("america/lima", null, "America/Lima")]
    [InlineData("AMERICA/SAO_PAULO", null, "America/Sao_Paulo")]
    [InlineData("America/Sao Paulo", null, "America/Sao_Paulo")]
    [InlineData("Etc/GMT+5", null, "Etc/GMT+5")]
    [InlineData("etc/gmt+5", null, "Etc/GMT+5")]
    [InlineData("US/Eastern", null, "US/Eastern")]
    [InlineData("utc", null, "Etc/UTC")] // a Windows name, too
    [InlineData("EST5EDT", null, "EST5EDT")]
    [InlineData("est5edt", null, "EST5EDT")]
    [InlineData("brazil_slash_east", null, "Brazil/East")]
    [InlineData("America/Port-au-Prince", null, "America/Port-au-Prince")]
    [InlineData("america_slash_port-au-prince", null, "America/Port-au-Prince")]
    [InlineData("SA Pacific Standard Time", null, "America/Bogota")]
    [InlineData("SA Pacific Standard Time", "PE", "America/Lima")]
    [InlineData("SA Pacific Standard Time", "GB", "America/Bogota")]
    [InlineData("E. South America Standard Time", "BR", "America/Sao_Paulo")]
    [InlineData("Central Standard Time (Mexico)", "MX", "America/Mexico_City")]
    [InlineData("Romance Standard Time", "ES", "Europe/Madrid")]
    [InlineData("GMT Standard Time", "PT", "Europe/Lisbon")]
    [InlineData("america_slash_lima", null, "America/Lima")]
    [InlineData("america_slash_new_york", null, "America/New_York")]
    [InlineData("america_slash_argentina_slash_buenos_aires", null, "America/Argentina/Buenos_Aires")]
    [InlineData("us_slash_eastern", null, "US/Eastern")]
    [InlineData("asia_slash_ho_chi_minh", null, "Asia/Ho_Chi_Minh")]
    [InlineData("\u202aAmerica/Lima\u202c", null, "America/Lima")]
    public void Zones_are_known_by_the_names_that_systems_use(string text, string? region, string zone) => Assert.Equal(zone, TimeZoneName.Parse(text, region));

    [Theory]
    [InlineData("")]
    [InlineData("Mars/Olympus")]
    [InlineData("Lima")]
    [InlineData("-5")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("America/../America/Lima")]
    [InlineData("_slash__slash_etc_slash_passwd")]
    [InlineData("SA Pacific Standard")]
    [InlineData("America")]
    public void What_names_no_zone_is_none(string text) => Assert.Null(TimeZoneName.Parse(text, "PE"));
}
