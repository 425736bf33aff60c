namespace CxFunctions.CrmSimulator.Respondents;

internal static class EnglishPhrases
{
    public static readonly Phrasebook Book = new(
        new Dictionary<string, Topic>
        {
            ["call-center"] = new(
                ["The agent was friendly and solved everything in one call.", "Quick answer and great patience.", "Excellent service, very clear explanation."],
                ["I waited forty minutes and then the line went dead.", "They sent me from one desk to the next and nobody helped.", "The agent was rude and did not listen.", "Terrible service, I had to explain it three times."]),
            ["branch"] = new(
                ["The counter was fast and the staff very kind.", "Great advice from the officer, I left happy.", "A clean branch and excellent service."],
                ["The queue was awful, more than an hour on my feet.", "Only one counter open and the service was terrible.", "The staff were rude and the place was dirty.", "A horrible visit: the system was down and nobody told us."]),
            ["loan"] = new(
                ["Applying was easy and fast, all of it online.", "They explained the rates clearly, excellent.", "Approved in a day, great work."],
                ["Far too much paperwork and nobody knows anything.", "They asked for the same papers four times, an awful process.", "Approval took weeks and the rate was misleading."]),
            ["purchase"] = new(
                ["Good prices and great help at the till.", "I found everything quickly and the assistant was lovely.", "I love this store, excellent quality."],
                ["One till open and a horrible line.", "The price on the shelf was not the price at the till, I felt cheated.", "The assistant was rude and the item was broken."]),
            ["delivery"] = new(
                ["It came earlier than promised and well packed.", "On time, and the driver was very friendly.", "Excellent, everything in perfect condition."],
                ["It came two days late and the box was damaged.", "Nobody told me anything, terrible delivery.", "They brought the wrong item and nobody answers."]),
            ["support-ticket"] = new(
                ["My claim was solved the same day, very easy.", "A quick and clear answer, excellent.", "The support person was kind and effective."],
                ["I opened the ticket a week ago and nobody answers.", "They closed my case without fixing the problem, a disgrace.", "Awful support, nothing but useless automatic replies."]),
        },
        ["Thank you very much.", "I will be back.", "I recommend them.", "Keep it up.", "Very satisfied."],
        ["I am very angry.", "Never again.", "A waste of time.", "I felt mistreated.", "I am thinking of leaving."],
        ["Normal, nothing special.", "They did their job, but it could be better.", "Fine, if a little slow.", "Neither good nor bad."],
        ["Please open more counters.", "Hire more people.", "You should send a message when things change.", "Look at your waiting times.", "Train your people better."],
        ["You can call me at {phone}.", "My address is {email}, I expect an answer.", "I am {name}, write to {email}.", "Call me, {phone}, ask for {name}."]);
}
