using System.Net;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace CxFunctions.Tests.Contract.Tables;

public sealed class AuthenticationTests(TableStorage storage)
{
    private static readonly string VectorKey = Convert.ToBase64String("0123456789abcdef0123456789abcdef"u8);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_signature_agrees_with_the_vector()
    {
        var sent = await SignAsync(new("acct", VectorKey), "https://acct.table.core.windows.net/Feedback");
        Assert.Equal("Tue, 14 Nov 2023 22:13:20 GMT", sent.Headers["x-ms-date"]);
        Assert.Equal("SharedKeyLite acct:Hq6c2qwK7uf/bZw8N9KUR2P+eH83b3l+S9jv+vZwJcY=", sent.Headers["Authorization"]);
    }

    [Fact]
    public async Task On_the_emulator_the_account_stands_twice_in_what_is_signed()
    {
        var credential = new TableSharedKeyCredential("devstoreaccount1", VectorKey);
        var sent = await SignAsync(credential, "http://127.0.0.1:10002/devstoreaccount1/Feedback(PartitionKey='a%27%27b',RowKey='c%20d')?$select=x");
        var signed = "Tue, 14 Nov 2023 22:13:20 GMT\n/devstoreaccount1/devstoreaccount1/Feedback(PartitionKey='a%27%27b',RowKey='c%20d')";
        Assert.Equal($"SharedKeyLite devstoreaccount1:{credential.Sign(signed)}", sent.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_name()
    {
        var client = new TableClient(storage.Endpoint, TableStorage.NewName(), new TableSharedKeyCredential("devstoreaccount1", VectorKey));
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => client.CreateAsync(Cancellation));
        Assert.Equal((403, "AuthorizationFailure"), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public async Task A_changed_key_counts_from_the_next_call_on()
    {
        var credential = new TableSharedKeyCredential("devstoreaccount1", VectorKey);
        var client = new TableClient(storage.Endpoint, TableStorage.NewName(), credential);
        await Assert.ThrowsAsync<RequestFailedException>(() => client.CreateAsync(Cancellation));
        credential.SetAccountKey(storage.ConnectionString.Split("AccountKey=")[1].Split(';')[0]);
        Assert.Equal(204, (await client.CreateAsync(Cancellation)).GetRawResponse().Status);
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent_as_bearer()
    {
        var handler = new RecordingHandler(HttpStatusCode.NoContent);
        var credential = DelegatedTokenCredential.Create(
            (request, _) => new AccessToken(string.Join(' ', request.Scopes), DateTimeOffset.MaxValue));
        var options = new TableClientOptions { Transport = new HttpClientTransport(handler) };
        var client = new TableClient(new Uri("https://acct.table.core.windows.net"), "Feedback", credential, options);

        await client.AddEntityAsync(new TableEntity("p", "r"), Cancellation);
        Assert.Equal("Bearer https://storage.azure.com/.default", handler.Requests.Single().Headers["Authorization"]);
        Assert.Equal("acct", client.AccountName);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/T")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=acct;AccountKey=AAAA;EndpointSuffix=core.windows.net", "https://acct.table.core.windows.net/T")]
    [InlineData("AccountName=acct;AccountKey=AAAA", "https://acct.table.core.windows.net/T")]
    [InlineData("AccountName=acct;AccountKey=AAAA;TableEndpoint=http://host:1/acct/;", "http://host:1/acct/T")]
    public void A_connection_string_names_the_table_s_address(string connectionString, string uri) =>
        Assert.Equal(new Uri(uri), new TableClient(connectionString, "T").Uri);

    [Theory]
    [InlineData("AccountName=acct")]
    [InlineData("AccountKey=AAAA")]
    [InlineData("UseDevelopmentStorage=false")]
    [InlineData("nonsense")]
    public void A_connection_string_without_account_or_key_is_refused(string connectionString) =>
        Assert.Throws<InvalidOperationException>(() => new TableClient(connectionString, "T"));

    private static async Task<RecordingHandler.Sent> SignAsync(TableSharedKeyCredential credential, string uri)
    {
        var handler = new RecordingHandler(HttpStatusCode.NoContent);
        var options = new TableClientOptions { Transport = new HttpClientTransport(handler) };
        var pipeline = HttpPipelineBuilder.Build(options, new SharedKeyLitePolicy(credential, FixedTime.OfVectors));
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri(uri));
        message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes("{}"));
        await pipeline.SendAsync(message, Cancellation);
        return handler.Requests.Single();
    }
}
