// One question in, as JSON in the first argument; one answer out, as JSON on standard output. What the client throws is an answer too.
export async function answer(ask) {
  const question = JSON.parse(process.argv[2]);
  let said;
  try {
    said = { result: await ask(question) };
  } catch (error) {
    said = { error: { status: error.statusCode ?? null, code: error.code ?? null, message: error.message } };
  }
  process.stdout.write(JSON.stringify(said));
}

// The Sandbox speaks plain HTTP on this machine.
export const options = { allowInsecureConnection: true };
