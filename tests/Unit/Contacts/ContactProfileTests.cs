using CxFunctions.Contacts;
using CxFunctions.Messages;
using FsCheck;
using FsCheck.Fluent;
using static CxFunctions.Tests.Unit.Journeys.Samples;

namespace CxFunctions.Tests.Unit.Contacts;

public class ContactProfileTests
{
    [Fact]
    public void What_a_transaction_leaves_out_stays_as_it_was()
    {
        var first = Said(0, new() { Id = "C-1", Phone = "+51987654321", Consent = new() { Sms = true } });
        var second = Said(1, new() { Id = "C-1", Email = "ana@example.com", Consent = new() { Email = false } });

        var contact = first.With(second).ToContact();

        Assert.Equal(("+51987654321", "ana@example.com", true, false), (contact.Phone, contact.Email, contact.Consent.Sms, contact.Consent.Email));
    }

    [Fact]
    public void A_channel_nobody_spoke_of_is_refused() =>
        Assert.Equal(new ContactConsent(), Said(0, new() { Id = "C-1", Phone = "+51987654321" }).ToContact().Consent);

    [Fact]
    public void An_older_yes_that_comes_late_does_not_undo_a_no()
    {
        var no = Said(5, new() { Id = "C-1", Consent = new() { Sms = false } });
        var yes = Said(4, new() { Id = "C-1", Consent = new() { Sms = true } });

        Assert.False(no.With(yes).ToContact().Consent.Sms);
    }

    [Fact]
    public void Of_a_yes_and_a_no_at_one_instant_the_no_counts()
    {
        var (yes, no) = (Said(0, new() { Id = "C-1", Consent = new() { Sms = true } }), Said(0, new() { Id = "C-1", Consent = new() { Sms = false } }));

        Assert.False(yes.With(no).ToContact().Consent.Sms);
        Assert.False(no.With(yes).ToContact().Consent.Sms);
    }

    [Fact]
    public void Transactions_in_any_order_and_number_leave_the_same_contact()
    {
        var shuffled = from told in Gen.ArrayOf(Told).Where(t => t.Length > 0)
                       from again in Gen.SubListOf(told)
                       from order in Gen.Shuffle(told.Concat(again).ToArray())
                       select (told, order);
        Prop.ForAll(shuffled.ToArbitrary(), t => All(t.told) == All(t.order)).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static ContactProfile All(IEnumerable<ContactProfile> told) => told.Aggregate((all, one) => all.With(one));

    private static ContactProfile Said(int hour, TransactionContact contact) => ContactProfile.Of(contact, Noon.AddHours(hour));

    private static Gen<ContactProfile> Told =>
        from hour in Gen.Choose(0, 3)
        from name in Gen.Elements(null, "Ana", "Ana María")
        from phone in Gen.Elements(null, "+51987654321", "+51987654322")
        from zone in Gen.Elements(null, "America/Lima", "Europe/Lisbon")
        from sms in Gen.Elements<bool?>(null, true, false)
        from email in Gen.Elements<bool?>(null, true, false)
        select Said(hour, new() { Id = "C-1", Name = name, Phone = phone, TimeZone = zone, Consent = new() { Sms = sms, Email = email } });
}
